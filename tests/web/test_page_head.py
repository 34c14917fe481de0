from __future__ import annotations

from advisor.web.page_head import prepare_page

PAGE = """<!doctype html><html lang="en" style=""><head><meta property="og:image"
 content="https://elsewhere.example/x.jpg" /><meta name="twitter:card" content="x" /><title>t</title></head>
<body class="x">
<p>y</p></body></html>"""


def test_our_script_comes_first_and_the_page_is_in_british_english() -> None:
    page = prepare_page(PAGE, "run();")
    assert "<head><script>run();</script>" in page
    assert '<html lang="en-GB"' in page


def test_tags_for_other_sites_are_taken_out() -> None:
    page = prepare_page(PAGE, "")
    assert "elsewhere" not in page
    assert "twitter" not in page
    assert "<title>t</title>" in page


def test_without_scripts_the_page_says_where_else_to_look() -> None:
    assert '<body class="x"><noscript>' in prepare_page(PAGE, "")
