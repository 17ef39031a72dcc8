import asyncio
import os

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisUnreachable

from agent.turns.bell import LocalBell, open_bell

REDIS_URL = os.environ.get("ROLECALL_TEST_REDIS_URL", "redis://127.0.0.1:6379/9")


async def test_a_ring_before_listening_starts_to_wait_is_not_lost() -> None:
    bell = LocalBell(patience=60)
    with bell.listen("cv_1") as ring:
        await bell.ring("cv_1")
        async with asyncio.timeout(1):
            await ring.wait(60)


async def test_a_ring_wakes_only_the_listeners_of_its_conversation() -> None:
    bell = LocalBell(patience=60)
    with bell.listen("cv_1") as mine, bell.listen("cv_2") as other:
        await bell.ring("cv_1")
        await mine.wait(60)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await other.wait(60)


async def test_redis_carries_rings_between_processes() -> None:
    try:
        async with Redis.from_url(REDIS_URL) as redis:
            await redis.ping()
    except RedisUnreachable:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("no Redis at 127.0.0.1:6379")
    async with open_bell(REDIS_URL, True) as one, open_bell(REDIS_URL, True) as two:
        with two.listen("cv_1") as ring:
            heard = asyncio.create_task(ring.wait(20))
            for _ in range(100):
                await one.ring("cv_1")
                await asyncio.sleep(0.05)
                if heard.done():
                    break
            assert heard.done()
