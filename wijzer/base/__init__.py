"""What every room uses: findings and how they are printed, the version, the address of the site."""
