"""Write what was found as Markdown and as one page of HTML."""
