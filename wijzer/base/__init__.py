"""What every room uses: findings and how they are printed, the clock, the version, trouble."""
