from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class ContactPage(Page):
    """Sections that editors put together, as Wagtail's documentation recommends."""

    body = StreamField(
        [("section", StructBlock([("heading", CharBlock()), ("text", RichTextBlock())]))]
    )
    template = "wagtail_site/contact_page.html"
