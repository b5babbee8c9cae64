"""The rules of the house, as tests: floors, doors, budgets, laws."""
