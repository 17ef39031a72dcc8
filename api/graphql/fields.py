"""Fields with a resolver: Strawberry's decorator, with a type a checker can follow."""

from collections.abc import Callable
from typing import Any, cast

import strawberry
from strawberry.types.field import StrawberryField

_Decorator = Callable[[Callable[..., Any]], StrawberryField]


def resolved(description: str) -> _Decorator:
    """Make the method the resolver of a field of its name."""
    return cast("_Decorator", strawberry.field(description=description))


def followed(description: str) -> _Decorator:
    """Make the method a subscription of its name. It returns its events once it has checked its arguments."""
    return cast("_Decorator", strawberry.subscription(description=description))
