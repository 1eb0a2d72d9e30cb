"""Cells as the status of a site: the words of offices for operating, planned and ended."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data.model import Status
from data.names import fold

_WORDS: Mapping[Status, str] = {
    Status.OPERATING: (
        "營運中|營運|特約中|運作中|運作|啟用中|已啟用|啟用|使用中|開業|開業中|執業中|服務中|正常|"
        "正常營運|現有|既有|已完工|完工|已建置|已設置|已營運|已開辦|開辦中|辦理中|存續|有效|"
        "operating|operational|open|active|in operation|in service"
    ),
    Status.PLANNED: (
        "規劃中|規劃|計畫中|預定|預計|籌備中|籌備|籌設中|籌設|擬設|興建中|施工中|建置中|設置中|"
        "開發中|編定中|申請中|審查中|尚未啟用|未啟用|未完工|待啟用|planned|planning|proposed|"
        "under construction|construction|upcoming"
    ),
    Status.ENDED: (
        "歇業|已歇業|停業|停用|已停用|停止營運|結束營運|終止|已終止|終止合約|終約|撤銷|註銷|廢止|"
        "裁撤|已裁撤|關閉|已關閉|撤站|撤除|已撤除|解除|結束|已結束|停辦|closed|ended|inactive|"
        "terminated|decommissioned|cancelled"
    ),
}

_MEANING: Mapping[str, Status] = {fold(word): status for status, words in _WORDS.items() for word in words.split("|")}


@lru_cache(maxsize=4_000)
def status_of(text: str) -> Status | None:
    """Return what a word says of a site, None for one that is not known here."""
    return _MEANING.get(fold(text))
