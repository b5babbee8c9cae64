"""What is done to a graph with `onnx` in hand: taken apart, written anew, left without what is not read."""
