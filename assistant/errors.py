"""Every error the assistant raises on purpose.

    AssistantError
    ├── SourceError (OSError)              no microphone, unreadable audio file
    │   ├── NoMicrophoneError
    │   └── UnreadableAudioError (ValueError)
    ├── ModelError (ValueError)            a model file that does not keep the contract
    │   ├── ModelNotFoundError (FileNotFoundError)
    │   ├── ModelRefusedError              known to be bad, unknown and not trusted, or unsafe to load
    │   ├── DamagedModelError              not what the catalogue says, byte for byte
    │   ├── UnsafeArchiveError             an archive that nothing is taken out of
    │   ├── LicenceError (PermissionError) its licence has not been accepted
    │   ├── ModelBusyError (BlockingIOError)   in use, or another program is at work on it
    │   ├── DiskFullError (OSError)
    │   ├── DownloadError (OSError)        a mirror did not give the file
    │   │   ├── BrokenDownloadError (ConnectionError)
    │   │   ├── StalledDownloadError (TimeoutError)
    │   │   ├── CaptivePortalError         a web page came where the model should be
    │   │   ├── UnsafeRedirectError
    │   │   └── WrongContentError
    │   └── RecognizerCrashedError (RuntimeError)
    ├── CancelledError (InterruptedError)  the user cancelled it
    ├── DeliveryError (OSError)            text could not be handed to a window
    │   └── NoDesktopError
    ├── BusError (OSError)                 the message bus, or a service on it, does not answer
    ├── HotkeyError (ValueError)           a key this keyboard does not have, or another program holds
    ├── HistoryError (LookupError)         nothing of that kind is in the history, or it cannot be read
    ├── ControlError (ConnectionError)     no assistant answers on the control socket
    │   └── AlreadyRunningError            another assistant of this user has it
    ├── ConsultError (OSError)             a language model, or a voice, can't be had
    │   ├── UnreachableError (ConnectionError) nobody answers at its address
    │   ├── AddressRefusedError (PermissionError)  text would go where it was not allowed to go
    │   ├── UnauthorisedError (PermissionError)    its server wants a key, or another one
    │   ├── ReplyTimeoutError (TimeoutError)   it took too long
    │   ├── ServerBusyError (BlockingIOError)  it has too much to do
    │   │   └── ServerLoadingError             ...or is still loading
    │   ├── UnknownModelError (LookupError)    its server does not have that model
    │   ├── RequestTooLongError (ValueError)   more text than the model can take
    │   ├── BrokenReplyError (ConnectionError) the reply broke off
    │   ├── GarbledReplyError (ValueError)     what came is no reply
    │   │   └── ReplyTooLargeError             ...or too much of one
    │   └── KeyStoreError (LookupError)        a key can't be kept, or there is none
    ├── HookError (OSError)                a hook can't be asked, or does not answer as it should
    ├── UnsafeSlotError (ValueError)       words that may not stand where a command would put them
    └── SettingsError (ValueError)

Each message says what is wrong and what to do. Each class is also the standard-library type that a
caller would expect, so that nobody has to know this module to catch it.
"""


class AssistantError(Exception):
    """Anything the assistant raises on purpose."""


class SourceError(AssistantError, OSError):
    """No audio can be had from a source."""


class NoMicrophoneError(SourceError):
    """There is no microphone, or not the one that was asked for."""


class UnreadableAudioError(SourceError, ValueError):
    """A file that no decoder understands."""


class ModelError(AssistantError, ValueError):
    """A model that does not keep the SenseVoice contract."""


class ModelNotFoundError(ModelError, FileNotFoundError):
    """No model in the place named."""


class ModelRefusedError(ModelError):
    """A model that is known to be bad, that nobody knows and was not trusted, or that is unsafe to load."""


class DamagedModelError(ModelError):
    """A file of a model that is not, byte for byte, what it should be."""


class UnsafeArchiveError(ModelError):
    """An archive that is hostile or damaged; nothing of it was kept."""


class LicenceError(ModelError, PermissionError):
    """The licence of a model has not been accepted."""


class ModelBusyError(ModelError, BlockingIOError):
    """A model is in use, or another program is at work on it."""


class DiskFullError(ModelError, OSError):
    """There is no room for a model."""


class DownloadError(ModelError, OSError):
    """A file could not be had from a mirror."""


class BrokenDownloadError(DownloadError, ConnectionError):
    """A mirror could not be reached, or the connection broke."""


class StalledDownloadError(DownloadError, TimeoutError):
    """A mirror stopped sending, or sends too slowly to ever end."""


class CaptivePortalError(DownloadError):
    """The network answered with a web page where a model should be."""


class UnsafeRedirectError(DownloadError):
    """A mirror pointed around in a circle, or to an address without encryption."""


class WrongContentError(DownloadError):
    """A mirror sent something else than the file."""


class RecognizerCrashedError(ModelError, RuntimeError):
    """The child process that runs the acoustic model died, and died again on the retry."""


class CancelledError(AssistantError, InterruptedError):
    """The work was cancelled before it finished."""


class DeliveryError(AssistantError, OSError):
    """Text could not be handed to a window."""


class NoDesktopError(DeliveryError):
    """There is no desktop session to deliver into."""


class BusError(AssistantError, OSError):
    """The message bus, or a service on it, does not answer or refuses."""


class HotkeyError(AssistantError, ValueError):
    """A key that this keyboard does not have, or that another program holds."""


class HistoryError(AssistantError, LookupError):
    """Nothing of that kind is in the history, or it cannot be read."""


class ControlError(AssistantError, ConnectionError):
    """The running assistant cannot be reached, or this one cannot be made reachable."""


class AlreadyRunningError(ControlError):
    """Another assistant of this user runs already."""


class ConsultError(AssistantError, OSError):
    """A language model, or a voice, cannot be had, or does not answer as it should."""


class UnreachableError(ConsultError, ConnectionError):
    """Nobody answers at the address of a language model."""


class AddressRefusedError(ConsultError, PermissionError):
    """Text would go where it was not allowed to go: off this computer, without encryption, or redirected."""


class UnauthorisedError(ConsultError, PermissionError):
    """The server of a language model wants a key, or another one."""


class ReplyTimeoutError(ConsultError, TimeoutError):
    """A language model took too long: to connect, to begin, to go on or to end."""


class ServerBusyError(ConsultError, BlockingIOError):
    """The server of a language model has too much to do, or no credit for us."""


class ServerLoadingError(ServerBusyError):
    """The server is there, and its model is still loading: worth another try."""


class UnknownModelError(ConsultError, LookupError):
    """A server does not have the language model that it was asked for."""


class RequestTooLongError(ConsultError, ValueError):
    """More text than the language model can take."""


class BrokenReplyError(ConsultError, ConnectionError):
    """The reply of a language model broke off."""


class GarbledReplyError(ConsultError, ValueError):
    """What came is not what the server of a language model says."""


class ReplyTooLargeError(GarbledReplyError):
    """A line, or a whole reply, that is larger than any answer."""


class KeyStoreError(ConsultError, LookupError):
    """The key for a server can't be kept, or there is none."""


class HookError(AssistantError, OSError):
    """A hook of the user's cannot be asked, takes too long, or does not answer as it should."""


class SettingsError(AssistantError, ValueError):
    """A setting with a value that makes no sense."""


class UnsafeSlotError(AssistantError, ValueError):
    """Words that may not stand where a command would put them: an option, a path, another address."""
