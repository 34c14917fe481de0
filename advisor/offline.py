"""Switch off telemetry, phoning home and downloads of every library; to be called before any of them is imported.

Standard library only. Every entry point calls it first, and so does each module that imports such a library.
"""

from __future__ import annotations

import os

ALLOW_DOWNLOAD = "NPQ_ADVISOR_ALLOW_MODEL_DOWNLOAD"
"""The one exception: "true" lets another embedding model be fetched by its hub name."""

_SWITCHES = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",  # an ambient "true" would send users' questions away
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime looks up its collector as soon as it is imported
    "OTEL_SDK_DISABLED": "true",
    "TOKENIZERS_PARALLELISM": "false",
}
_DOWNLOAD_SWITCHES = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
_NEVER_SET = (
    "CHROMA_OTEL_COLLECTION_ENDPOINT",
    "GRADIO_ALLOWED_PATHS",
    "GRADIO_MCP_SERVER",
    "GRADIO_SHARE",
    "GRADIO_VIBE_MODE",
    "LANGCHAIN_TRACING",
    "LANGSMITH_TRACING_V2",
)


def switch_off_network() -> None:
    """Set every switch in the environment, whatever stood there before."""
    os.environ.update(_SWITCHES)
    if not may_download():
        os.environ.update(_DOWNLOAD_SWITCHES)
    for name in _NEVER_SET:
        os.environ.pop(name, None)


def may_download() -> bool:
    """Return whether whoever runs this has allowed a model to be fetched."""
    return os.environ.get(ALLOW_DOWNLOAD, "").strip().lower() in {"1", "true", "yes", "on"}
