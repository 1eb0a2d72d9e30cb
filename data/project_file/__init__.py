"""The project as one GeoPackage: its layout, reading, saving, migration, journal, lock and comparison."""
