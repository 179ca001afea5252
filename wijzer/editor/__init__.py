"""Help for the editor: templates, the tables of the guide, the report for HRM."""
