"""The built data set that is shipped: read it through ``data.dataset``, change it through ``data.build``."""
