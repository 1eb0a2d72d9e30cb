"""One line of a details panel, the headings under which lines stand, and words in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.model import Language, Name

NO_UNIT = Name("")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is about, its value (None is unknown) and where it came from. Groups come together."""

    group: Name
    label: Name
    value: str | float | None
    unit: Name = NO_UNIT
    period: str = ""
    precision_or_level: str = ""
    """a level (town, county, rural, non-rural, nation; several joined by '+') or, of sites, a precision"""
    source_id: str = ""
    """'' for what is not a fact of a document, or stands on many (the note says so)"""
    location: str = ""
    """page or line in the source"""
    note: str = ""
    decimals: int = 0
    indicator: str = ""
    """id of the indicator that the value is, whose chain of formula, figures and sources can be asked for"""


AREA = Name("行政區與類別", "Area and classes")
PEOPLE = Name("人口與土地", "People and land")
COVERAGE = Name("寬頻涵蓋", "Broadband coverage")
BROADBAND = Name("寬頻與數位", "Broadband and digital")
TELEMEDICINE = Name("遠距醫療與急診", "Telemedicine and emergency care")
AI = Name("AI產業", "AI industry")
ACCESS = Name("可及性", "Access")
OWN = Name("自訂資料", "Own data")
CONTEXT = Name("基本資料", "Context")
PROFILE = Name("圈域定位", "Profile")
MEMBERS = Name("組成", "Members")
FIGURES = Name("其他數據", "Other figures")
POLICY = Name("政策文件數據", "Figures of policy documents")
SITE = Name("據點", "Site")
LINKS = Name("遠距連線", "Remote-care links")
CARE = Name("醫療服務", "Care")


class Speaker:
    """Says things in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def text(self, name: Name) -> str:
        return name.text(self.language)

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def listed(self, texts: Iterable[str]) -> str:
        """Join what is not empty as a list."""
        return self.say("、", ", ").join(filter(None, texts))

    def remarks(self, *texts: str) -> str:
        """Join what is not empty as remarks."""
        return self.say("；", "; ").join(filter(None, texts))


def decimals_of(value: float) -> int:
    """Return how many digits after the point a published number has, at most four."""
    return len(f"{value:.4f}".rstrip("0").partition(".")[2])
