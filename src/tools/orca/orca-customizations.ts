/**
 * Orca loads this file by itself when it starts. It turns off what reads no page, and takes what Orca hands to its voice at the
 * last point: one JSON line each in the file that ALLFORMATS_HEARD names. Nothing is spoken, so reading goes at machine speed.
 */
export const orcaCustomizations = `import json
import os
import re

import speechd
from orca import orca, settings, speechdispatcherfactory

settings.timeoutTime = 0
settings.enableBraille = False
settings.enableBrailleMonitor = False
settings.enableSound = False
settings.enableKeyEcho = False
settings.speakProgressBarUpdates = False
settings.sayAllOnLoad = False
settings.pageSummaryOnLoad = False
settings.nativeNavTriggersFocusMode = False
settings.verbalizePunctuationStyle = settings.PUNCTUATION_STYLE_NONE

heard = open(os.environ["ALLFORMATS_HEARD"], "a", encoding="utf-8")


def write(**what):
    heard.write(json.dumps(what, ensure_ascii=False) + "\\n")
    heard.flush()


class Voice(object):
    """Stands for the connection to a speech service."""

    def __init__(self, *args, **kwargs):
        self.language = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: ()

    def set_language(self, language):
        if language != self.language:
            write(language=language)
        self.language = language

    def speak(self, text, callback=None, event_types=None):
        write(said=re.sub("<[^>]*>", "", text))
        if callback is not None:
            callback(speechd.CallbackType.BEGIN)
            callback(speechd.CallbackType.END)

    def char(self, character):
        write(said=character)

    def key(self, key):
        write(said=key)


speechd.SSIPClient = Voice

server = speechdispatcherfactory.SpeechServer
say_all = server.sayAll


def marked(self, utterances, progress):
    def all_of_them():
        write(mark="start")
        for one in utterances:
            yield one
        write(mark="end")

    say_all(self, all_of_them(), progress)


server.sayAll = marked
`;
