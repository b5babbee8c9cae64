"""SenseVoice-Small's exact architecture without its weights: random ones, in both published layouts.

    python -m models.recipe.full_size --layout sherpa|funasr --out DIR

233,999,167 parameters, int8 as published (U8 per tensor for sherpa-onnx, per channel for FunASR), marked
`random=1`: what it says means nothing, how fast it says it does. The same seed writes the same bytes. The
vocabulary and CMVN are the published ones where ASSISTANT_TEST_DATA has them, and made up where it has not.
Nothing of it is ever committed; tests and benchmarks call `writing.cached`.
"""
