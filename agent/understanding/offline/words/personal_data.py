"""Finds personal data in a message: e-mail addresses, phone and card numbers, postal addresses.

A card number is only taken for one if its check digit fits (Luhn, US patent 2,950,048).
"""

import re
from collections.abc import Iterator
from functools import cache

from agent.understanding.reading import PersonalData, PersonalDataKind, Span

_CARD_DIGITS = range(13, 20)
_PHONE_DIGITS = range(8, 16)


@cache
def _patterns() -> dict[PersonalDataKind, re.Pattern[str]]:
    street = (
        r"(?i:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|sq|place|pl|way|"
        r"terrace|close|crescent|parkway|highway|grove|gardens|hill|mews|walk|park|rise|row|quay|wharf|green|"
        r"circle|trail|loop|plaza|alley|villas|straße|strasse|str)"
    )
    return {
        PersonalDataKind.EMAIL: re.compile(
            r"[A-Za-z0-9._%+\-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,6}"
        ),
        PersonalDataKind.CARD: re.compile(r"(?<![\d.,])\d(?:[ \-]?\d){12,18}(?!\d)"),
        PersonalDataKind.PHONE: re.compile(
            r"(?<![\w$€£.,/])(?:\+|00)?\(?\d{1,5}\)?(?:[ .\-/]{0,2}\(?\d{2,5}\)?){1,6}(?![\w%]|[.,]\d)"
        ),
        PersonalDataKind.ADDRESS: re.compile(
            rf"\b\d{{1,5}}[A-Za-z]?\s(?:[A-Z][\w'.\-]{{1,20}}\s){{1,4}}{street}\b\.?"
            r"(?:,?\s(?:apt|apartment|suite|unit|floor|#)\.?\s?\w{1,6})?"
            r"(?:,\s[A-Z][\w'\-]{1,20}(?:\s[A-Z][\w'\-]{1,20}){0,2})?(?:,?\s(?:[A-Z]{2}\s)?\d{4,6}(?:-\d{4})?)?"
            r"|\b[A-Z][\w\-]{2,25}(?:straße|strasse|str\.)\s\d{1,4}[a-z]?\b(?:,\s\d{4,5}\s[A-Z]\w+)?",
        ),
    }


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """The spans of personal data, in order, none of them overlapping."""
    found: list[PersonalData] = []
    taken: list[tuple[int, int]] = []
    for kind, start, end in _spans(text):
        if all(end <= low or start >= high for low, high in taken):
            taken.append((start, end))
            found.append(PersonalData(kind=kind, span=Span(start=start, end=end)))
    return tuple(sorted(found, key=lambda each: each.span.start))


def masked(text: str, personal: tuple[PersonalData, ...]) -> str:
    """The text with personal data blanked out, every other character in its place."""
    for each in personal:
        start, end = each.span.start, each.span.end
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _spans(text: str) -> Iterator[tuple[PersonalDataKind, int, int]]:
    patterns = _patterns()
    if "@" in text or "at)" in text or "at]" in text:
        for match in patterns[PersonalDataKind.EMAIL].finditer(text):
            yield PersonalDataKind.EMAIL, match.start(), match.end()
    if not any(c.isdigit() for c in text):
        return
    for match in patterns[PersonalDataKind.ADDRESS].finditer(text):
        yield PersonalDataKind.ADDRESS, match.start(), match.end()
    for match in patterns[PersonalDataKind.CARD].finditer(text):
        digits = [int(c) for c in match.group() if c.isdigit()]
        if len(digits) in _CARD_DIGITS and passes_luhn(digits):
            yield PersonalDataKind.CARD, match.start(), match.end()
    for match in patterns[PersonalDataKind.PHONE].finditer(text):
        if _is_phone(match.group()):
            yield PersonalDataKind.PHONE, match.start(), match.end()


def passes_luhn(digits: list[int]) -> bool:
    """Whether the last digit is the check digit of those before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _is_phone(written: str) -> bool:
    """Enough digits, written as people write numbers to call: with a plus, or in groups."""
    digits = sum(c.isdigit() for c in written)
    if digits not in _PHONE_DIGITS:
        return False
    if written.startswith(("+", "00", "(")):
        return True
    if re.fullmatch(r"(?:19|20)\d\d[\-./ ]\d\d?[\-./ ]\d\d?", written) or re.fullmatch(
        r"\d\d?[\-./ ]\d\d?[\-./ ](?:19|20)?\d\d", written
    ):
        return False
    groups = re.split(r"[ .\-/()]+", written.strip("()"))
    return (
        len(groups) >= 3 and len(groups[-1]) >= 2 and max(len(group) for group in groups) <= 5 and digits >= 9
    )
