"""Stories kept up to date as articles come and go."""
