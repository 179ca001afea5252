"""The municipality's colours, the typeface and a theme of NL Design System, as CSS."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from tests.gemeente_hulp import gemeente
from wijzer.corpus.corpus import load_corpus
from wijzer.load.design_tokens import read_tokens
from wijzer.pages.huisstijl import stylesheet
from wijzer.pages.letter import letter

TWO = ("openheid", "moed")
OURS = gemeente(TWO).replace("letter: Arial", "letter: Wijzer Sans, Arial")
THEMED = gemeente(TWO).replace("  licht:", "  thema: huisstijl/thema.css\n  licht:")
THEME = """
/* Made by a machine */
.voorbeeld-theme {
  --voorbeeld-violet: #5115ef;
  --basis-color-action: var(--voorbeeld-violet);
  --utrecht-link-color: var(--basis-color-action);
  --utrecht-page-header-background-color: #fff8e1; /* [code-only] */
  --basis-text-font-size-md: 1.25rem;
  --basis-text-font-family-default: "Noto Sans", sans-serif;
  --utrecht-link-hover-color: var(--missing);
  --basis-focus-outline-color: url(https://example.com/pixel);
  --utrecht-nothing-of-ours-color: #123456;
}
"""
CORRECT = "Vraag een andere kleur: het contrast is minstens 4,5 (WCAG)."


def css(project) -> str:
    return stylesheet(load_corpus(project.root)[0]).inhoud.decode("utf-8")


def test_colours_and_font_become_design_tokens(boom):
    light, _, dark = css(boom({"gemeente.yml": gemeente(TWO)})).partition("@media screen")
    assert "  --utrecht-button-primary-action-background-color: #154273;\n" in light
    assert "  --utrecht-page-header-background-color: #ffffff;\n" in light
    assert "  --basis-text-font-family-default: Arial, sans-serif;\n" in light
    assert "    --utrecht-link-color: #9cc7f5;\n" in dark


def test_the_typeface_comes_with_stand_ins_of_the_same_width(boom):
    text = css(boom({"gemeente.yml": OURS}))
    assert 'url("wijzer-sans.' in text
    assert '"Wijzer Sans", "Wijzer Sans Arial", "Wijzer Sans Roboto", Arial, sans-serif;' in text
    assert text.count("size-adjust: ") == 2


def test_the_typeface_is_small_variable_and_has_a_name_of_its_own(boom):
    (file,) = letter(load_corpus(boom({"gemeente.yml": OURS}).root)[0].gemeente)
    font = TTFont(io.BytesIO(file.inhoud))
    (weight,) = font["fvar"].axes
    assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 700)
    assert set(map(ord, "Een çédille, € 5, ‘ja’ of ĳ – ŵ…")) <= set(font.getBestCmap())
    assert len(file.inhoud) < 32_000
    # The licence reserves the name of the unchanged font (OFL 1.1, 3).
    assert not [r for r in font["name"].names if r.nameID in {1, 4, 6, 16} and "Source" in str(r)]


def test_who_does_not_name_the_typeface_does_not_get_it(boom):
    project = boom({"gemeente.yml": gemeente(TWO)})
    assert [*letter(load_corpus(project.root)[0].gemeente)] == []
    assert "@font-face" not in css(project)


def test_every_kernwaarde_has_its_own_sign_and_colour_in_both_schemes(boom):
    light, _, dark = css(boom({"gemeente.yml": gemeente(TWO)})).rpartition("@media screen")
    for value in TWO:
        assert f'article a[href*="/{value}/"]' in light
        assert f'article a[href*="/{value}/"]' in dark
    for part, name in ((light, "--teken: "), (light, "--teken-kleur: "), (dark, "--teken-kleur: ")):
        values = [line.partition(name)[2] for line in part.splitlines() if name in line]
        assert len(set(values)) == len(TWO)


def test_a_theme_goes_over_our_tokens_and_knows_no_dark_scheme(boom):
    text = css(boom({"gemeente.yml": THEMED, "huisstijl/thema.css": THEME}))
    assert "  --utrecht-link-color: #5115ef;\n" in text
    assert "  --utrecht-page-header-background-color: #fff8e1;\n" in text
    assert "  --basis-text-font-size-md: 1rem;\n" in text  # its rem is 16 pixels, ours is 20
    assert '  --basis-text-font-family-default: "Noto Sans", sans-serif;\n' in text
    assert "slate" not in text
    assert "nothing-of-ours" not in text


def test_what_a_theme_leaves_out_or_may_not_say_stays_ours(boom):
    text = css(boom({"gemeente.yml": THEMED, "huisstijl/thema.css": THEME}))
    assert "  --utrecht-link-hover-color: #0b2a4d;\n" in text
    assert "  --basis-focus-outline-color: #9a4d00;\n" in text
    assert "example.com" not in text


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("var(--b)", ""),  # a circle
        ("var(--c, #123456)", "#123456"),
        ("rgb(0 0 0 / 50%)", "rgb(0 0 0 / 50%)"),
        ("calc(1rem + 2px)", "calc(0.8rem + 2px)"),
        ("expression(alert(1))", ""),
        ("//example.com", ""),
        ("url(x)", ""),
    ],
)
def test_a_token_comes_out_as_its_value(value, read):
    assert read_tokens(f".x {{ --a: {value}; --b: var(--a); }}").get("a", "") == read


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (
            {},
            "het thema `huisstijl/thema.css` bestaat niet of is niet te lezen\n"
            "    Zet het CSS-bestand van het thema daar, of laat `thema` leeg.",
        ),
        (
            {"huisstijl/thema.css": "body { color: red; }\n"},
            "in het thema `huisstijl/thema.css` staat geen enkel design token\n"
            "    Neem het bestand theme.css uit het pakket van het thema. Daarin staan regels zoals: "
            "--utrecht-link-color: #154273;",
        ),
        (
            {"huisstijl/thema.css": ".x { --utrecht-link-color: #9cc7f5; }\n"},
            "in huisstijl/thema.css steekt `--utrecht-link-color` (#9cc7f5) te weinig af tegen "
            f"`--basis-color-default-bg-document` (#ffffff): 1,8\n    {CORRECT}",
        ),
    ],
    ids=["missing", "no tokens", "too pale"],
)
def test_what_is_wrong_with_a_theme(boom, wijzer, tree, said):
    project = boom({"gemeente.yml": THEMED, **tree})
    code, text = wijzer(project, "controleer")
    assert code == 1
    assert f"gemeente.yml:19: {said}" in text


@pytest.mark.parametrize("path", ["../thema.css", "/etc/x.css", "thema.txt", "https://x.nl/a.css"])
def test_a_theme_is_a_style_sheet_in_the_project(boom, wijzer, path):
    text = gemeente(TWO).replace("  licht:", f"  thema: {path}\n  licht:")
    code, said = wijzer(boom({"gemeente.yml": text}), "controleer")
    assert code == 1
    assert f"`huisstijl thema` is geen CSS-bestand in dit project: `{path}`" in said
    assert "Zet het bestand in een map en schrijf: huisstijl/thema.css" in said
