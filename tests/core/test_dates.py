"""Dates keep the precision they were given in."""

from datetime import date

import pytest
from hypothesis import given

from cadre.core.dates import PartialDate, Period
from tests.strategies import dates, periods


@given(dates)
def test_a_date_reads_back_as_written(given_date: PartialDate) -> None:
    assert PartialDate.parse(str(given_date)) == given_date


@given(periods)
def test_a_period_reads_back_as_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


def test_a_month_may_mean_any_of_its_days() -> None:
    month = PartialDate.parse("2016-02")
    assert (month.earliest, month.latest) == (date(2016, 2, 1), date(2016, 2, 29))
    year = PartialDate(2016)
    assert (year.earliest, year.latest) == (date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize("text", ["", "16", "2016-13", "2016-02-30", "2016-9", "autumn", "٢٠١٦"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        _ = PartialDate.parse(text)


@pytest.mark.parametrize("text", ["", "/", "2016", "2017/2016"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        _ = Period.parse(text)
