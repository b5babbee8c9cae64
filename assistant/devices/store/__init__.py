"""The model store: models on the user's disk, every byte of them known. `transfer/` is the only way out.

Nothing here opens a connection unless a download was asked for. The command line and the tray's wizard
use the same `ModelStore`; both hear its `Progress`.
"""
