"""The benchmark measures what it says, on a marketplace small enough for a test. No time is judged."""

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from evals.bench.__main__ import main
from evals.bench.composed import ComposedEmbedder
from evals.bench.picture import lines_on_log_scales
from evals.bench.plain_chroma import where
from evals.bench.timing import latency
from store.nouns.brief import Brief, Countries, LanguageWish, MoneyRange
from tests_support.embedding import AxisEmbedder


def test_the_whole_benchmark_runs_and_reports(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, plot = tmp_path / "bench.json", tmp_path / "bench.svg"
    arguments = ["--sizes", "320", "--repeats", "1", "--keep", str(tmp_path)]
    monkeypatch.setattr("sys.argv", ["bench", *arguments, "--json", str(figures), "--plot", str(plot)])
    main()
    assert "320 freelancers" in capsys.readouterr().out
    (measured,) = json.loads(figures.read_text())["sizes"]
    assert [each["filters"] for each in measured["search"]] == ["none", "broad", "medium", "narrow", "needle"]
    assert all(each["recall"] == 1.0 for each in measured["search"])
    assert measured["search"][-1]["passing"] <= 20
    assert measured["turn"]["p95"] >= measured["turn"]["p50"] > 0
    ElementTree.fromstring(plot.read_text())


def test_a_marketplace_too_large_to_invent_is_grown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, plot = tmp_path / "bench.json", tmp_path / "bench.svg"
    monkeypatch.setattr("evals.bench.building.MOST_INVENTED", 100)
    monkeypatch.setattr("evals.bench.growing.INVENTED", 80)
    arguments = ["--sizes", "320", "--repeats", "1", "--keep", str(tmp_path)]
    monkeypatch.setattr("sys.argv", ["bench", *arguments, "--json", str(figures), "--plot", str(plot)])
    main()
    (measured,) = json.loads(figures.read_text())["sizes"]
    assert measured["search"][0]["passing"] > 300
    assert all(each["chroma"] is None and each["recall"] == 1.0 for each in measured["search"])
    assert "raw Chroma" not in capsys.readouterr().out
    ElementTree.fromstring(plot.read_text())


def test_composed_vectors_are_the_same_for_a_text_and_unlike_for_others() -> None:
    embedder = ComposedEmbedder(AxisEmbedder())
    embedder.prepare(["react", "tax", "law"])
    one, again, other = embedder.embed_documents(["a", "a", "b"])
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert np.linalg.norm(one) == pytest.approx(1)


def test_hard_requirements_in_chromas_words() -> None:
    brief = Brief(
        hourly_rate=MoneyRange(max=50),
        countries=Countries(include=("DE",)),
        languages=(LanguageWish(code="de"),),
        min_job_success=90,
    )
    assert where(brief) == {
        "$and": [
            {"rate_usd": {"$lte": 50.0}},
            {"country": {"$in": ["DE"]}},
            {"success": {"$gte": 0.9}},
            {"de": {"$gte": 2}},
        ]
    }
    assert where(Brief()) is None
    assert where(Brief(min_job_success=90)) == {"success": {"$gte": 0.9}}


def test_percentiles_are_in_milliseconds() -> None:
    times = latency([0.001] * 99 + [1.0])
    assert times.p50 == 1.0
    assert times.p95 == 1.0


def test_a_picture_has_a_line_and_a_name_for_each_series() -> None:
    drawn = lines_on_log_scales({"ours": [(10, 1.0), (100, 2.0)], "a < b": [(10, 5.0)]}, "people", "ms")
    assert drawn.count("<polyline") == 2
    assert "a &lt; b" in drawn
    ElementTree.fromstring(drawn)
