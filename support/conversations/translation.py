from modeltranslation.translator import TranslationOptions, translator

from support.conversations.models import CannedAnswer


class CannedAnswerTexts(TranslationOptions):
    fields = ("text",)


translator.register(CannedAnswer, CannedAnswerTexts)
