"""Synthetic speakers of five synthesisers, some of them held out of training."""

import random
from dataclasses import dataclass

ACCENTS = ("en-us", "en", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-029", "en-us-nyc")
HELD_OUT_ACCENT = "en-gb-x-gbcwmd"
PLAIN = ("", "", "+m1", "+m2", "+m3", "+m4", "+m5", "+m6", "+m8", "+f1", "+f2", "+f4", "+f5")
SPECIAL = (
    "adam Alex Alicia Andrea Andy Annie AnxiousAndy antonio aunty belinda benjamin boris caleb croak "
    "david Denis Diogo ed edward edward2 Gene Gene2 grandma grandpa gustave Henrique Hugo iven iven2 "
    "iven3 iven4 Jacky john kaukovalta klatt klatt2 klatt3 klatt4 klatt5 Lee linda m7 marcelo Marco "
    "Mario max Michael michel miguel Mike Mr Nguyen norbert pablo paul pedro quincy RicishayMax "
    "RicishayMax2 RicishayMax3 rob robert robosoft robosoft4 robosoft6 sandro serious steph steph2 "
    "steph3 Storm travis Tweaky victor whisper whisperf zac anika"
).split()
HELD_OUT_VARIANTS = ("f3", "klatt6", "shelby", "announcer")
FLITE = ("rms", "awb", "kal16", "kal")
FESTIVAL = ("kal_diphone", "ked_diphone")
PICO = ("en-US", "en-US", "en-GB")
RHVOICE = ("clb", "clb", "bdl", "alan")
"""RHVoice has a slt as well: the woman whom flite and festival test with."""


@dataclass(frozen=True)
class Voice:
    """One way of speaking."""

    engine: str
    """espeak-ng, flite, festival, pico or rhvoice."""
    name: str
    speed: float = 1.0
    """Relative tempo; 1 is the engine's normal (espeak-ng: 165 words per minute)."""
    pitch: float = 50.0
    """espeak-ng: 0 ... 99. flite: mean F0 in hertz, 50 for the voice's own. pico and rhvoice: per cent of the
    voice's own, less 50. festival: unused."""
    formant: float = 1.0
    """Resampling factor that shifts pitch and formants together."""
    room: int = 0
    """Seed of a synthetic room that it is heard in; 0 for none."""


def training_voice(pick: random.Random) -> Voice:
    """Draw a voice that the model may train on."""
    engine = pick.random()
    speed = round(pick.uniform(0.75, 1.35), 2)
    room = pick.randint(1, 1 << 30) if pick.random() < 0.15 else 0  # noqa: PLR2004 - share
    formant = pick.choice([1.0, round(pick.uniform(0.86, 1.28), 2)])
    if engine < 0.62:  # noqa: PLR2004 - share of espeak-ng
        variant = pick.choice(PLAIN) if pick.random() < 0.5 else "+" + pick.choice(SPECIAL)  # noqa: PLR2004 - half
        accent = pick.choice((*ACCENTS, "en-us", "en-us", "en"))
        formant = formant if pick.random() < 0.5 else 1.0  # noqa: PLR2004 - half
        return Voice("espeak-ng", accent + variant, speed, round(pick.gauss(50, 18) % 100), formant, room)
    if engine < 0.92:  # noqa: PLR2004 - share of flite
        name = pick.choice(FLITE[:2] + FLITE)
        pitch = 50.0 if pick.random() < 0.6 else float(pick.randint(80, 190))  # noqa: PLR2004 - share
        return Voice("flite", name, speed, pitch, formant, room)
    return Voice("festival", pick.choice(FESTIVAL), speed, 50.0, formant, room)


def held_out_voice(pick: random.Random) -> Voice:
    """Draw a voice that the model never trains on."""
    speed = round(pick.uniform(0.85, 1.2), 2)
    engine = pick.choice(["espeak-ng", "espeak-ng", "flite", "festival"])
    if engine == "flite":
        return Voice("flite", "slt", speed)
    if engine == "festival":
        return Voice("festival", "cmu_us_slt_arctic_hts", speed)
    variant = pick.choice(HELD_OUT_VARIANTS)
    accent = pick.choice([HELD_OUT_ACCENT, "en-us", "en"])
    return Voice("espeak-ng", f"{accent}+{variant}", speed, 50.0)


def recorded_voice(pick: random.Random) -> Voice:
    """Draw a training voice made from a person's recordings: three women and two men beside those above."""
    pitch = 50.0 if pick.random() < 0.4 else float(round(50 + pick.uniform(-14, 16)))  # noqa: PLR2004 - share
    speed = round(pick.uniform(0.75, 1.35), 2)
    formant = 1.0 if pick.random() < 0.4 else round(pick.uniform(0.88, 1.2), 2)  # noqa: PLR2004 - share
    room = pick.randint(1, 1 << 30) if pick.random() < 0.15 else 0  # noqa: PLR2004 - share
    engine, names = pick.choice((("pico", PICO), ("rhvoice", RHVOICE)))
    return Voice(engine, pick.choice(names), speed, pitch, formant, room)
