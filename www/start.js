// Replaced by the page's own.
