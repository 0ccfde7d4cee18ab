"""Addresses as pictures for a phone camera."""

import base64
from io import BytesIO

import qrcode
from qrcode.image.svg import SvgPathImage


def qr_image(address: str) -> str:
    """The address as QR code: an SVG in a data address, as the content security policy lets pictures in."""
    picture = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, border=2).save(picture)
    return "data:image/svg+xml;base64," + base64.b64encode(picture.getvalue()).decode()
