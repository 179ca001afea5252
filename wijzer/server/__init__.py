"""How a web server shows the site: its configurations, from one set of facts."""
