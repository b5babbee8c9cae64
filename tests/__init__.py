"""The tests mirror the rooms of assistant/; real things stand in for devices, never mocks."""
