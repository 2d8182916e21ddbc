"""A language model behind an address: the only place that speaks pydantic-ai, imported when a call is made."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from argumap.assisted_draft.model_calls import ModelAnswer
from argumap.errors import ArgumapError, CallError, NotInstalled

if TYPE_CHECKING:
    from argumap.assisted_draft.model_calls import ModelQuestion

KEY: Final = "ARGUMAP_MODEL_KEY"
ADDRESS: Final = "ARGUMAP_MODEL_ADDRESS"
_SECONDS: Final = 300
_SHOWN: Final = 200
# Of a provider that is named, the extra that brings its library; all others speak as OpenAI does.
_EXTRAS: Final = {"anthropic": "model-anthropic", "google": "model-google", "google-gla": "model-google"}
_PROVIDERS: Final = frozenset(
    {*_EXTRAS, "openai", "openrouter", "mistral", "groq", "deepseek", "azure", "bedrock"}
)
_ENDED: Final = {"length": "length", "content_filter": "refused"}
_NAME: Final = re.compile(r"[\w.:/@+-]{1,120}", re.ASCII)


class ModelTrouble(ArgumapError, RuntimeError):
    """A model gave no answer: it cannot be reached, does not let us in, or has too much to do."""


def connect_model(name: str, address: str = "") -> PydanticModel:
    """The model called ``name``: ``provider:model``, or any name at an ``address`` that speaks as OpenAI does.

    Without an address that of ``ARGUMAP_MODEL_ADDRESS`` counts, unless the name has a provider. An address gets
    the key in ``ARGUMAP_MODEL_KEY``, and no other; a provider that in its own variable. Raises `NotInstalled`,
    `CallError`.
    """
    if not _NAME.fullmatch(name):
        raise CallError("--model takes the name of a model, as provider:model or as its server calls it")
    address = address or _find_address(name)
    if not address and ":" not in name:
        raise CallError(
            f"where is {name}? Name its provider (openai:{name}), or the server's address: "
            "--address http://localhost:8080/v1"
        )
    key = os.environ.get(KEY, "")
    if address:
        _check_address(address, key)
    return PydanticModel(name, address, key)


def tell_place(name: str, address: str = "") -> str:
    """Where a model's questions go, for people: a host without what an address may hide, or a provider."""
    address = address or _find_address(name)
    return (urlsplit(address).hostname or "nowhere") if address else name.partition(":")[0]


def _find_address(name: str) -> str:
    """The address in the environment, for a model without a provider; a local one may be ``qwen3:8b``."""
    return "" if name.partition(":")[0] in _PROVIDERS else os.environ.get(ADDRESS, "")


def _check_address(address: str, key: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise CallError("--address takes where a server answers, as http://localhost:8080/v1")
    if parts.username or parts.password or parts.query:
        raise CallError(f"--address holds more than a place; put the key into {KEY}")
    if key and parts.scheme == "http" and not _is_near(parts.hostname):
        raise CallError(f"{parts.hostname} is asked by http, where anybody could read the key in {KEY}; use https")


def _is_near(host: str) -> bool:
    """Whether a host is this machine, or one of its own network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or "." not in host or host.endswith((".local", ".localhost", ".internal"))


class PydanticModel:
    """A model that is asked through pydantic-ai. Its answers come whole; a broken connection is tried again."""

    def __init__(self, name: str, address: str = "", key: str = "", *, seconds: float = _SECONDS, tries: int = 3):
        self._name, self._address, self._key = name, address, key
        self._seconds, self._retries = seconds, tries - 1
        # Any: the library is not there when types are looked at.
        self._model: Any = None
        self._shaped = True

    @property
    def name(self) -> str:
        return self._name

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        """Answer a question. Raises `ModelTrouble`, `NotInstalled`."""
        if self._model is None:
            self._model = self._connect()
        from pydantic_ai.exceptions import AgentRunError, ModelRequestRejectedError, ModelServerError, UserError

        try:
            try:
                return self._request(question)
            except (ModelRequestRejectedError, ModelServerError) as error:
                if not self._shaped or not _is_about_shape(error):
                    raise
                self._shaped = False  # some servers know no shape of an answer, and say so with any code
                return self._request(question)
        except (AgentRunError, UserError) as error:
            told = self._tell(error)
        # Raised here, so that no error with what a server said hangs on it.
        raise ModelTrouble(told)

    def _connect(self) -> Any:
        try:
            from pydantic_ai.models import infer_model

            if self._address:
                return self._connect_address()
        except ImportError as error:
            raise _missing("model") from error
        from pydantic_ai.exceptions import UserError

        try:
            return infer_model(self._name)
        except ImportError as error:
            raise _missing(_EXTRAS.get(self._name.partition(":")[0], "model")) from error
        except (UserError, ValueError) as error:
            told = self._tell(error)
        raise ModelTrouble(told)

    def _connect_address(self) -> Any:
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

        # A key of somebody else may stand in the environment; it is none of this address's business.
        provider = OpenAICompatibleProvider("address", base_url=self._address, api_key=self._key or "none")
        profile = {"openai_chat_supports_max_completion_tokens": False, "supports_json_schema_output": True}
        return OpenAIChatModel(self._name, provider=provider, profile=profile)

    def _request(self, question: ModelQuestion) -> ModelAnswer:
        from pydantic_ai.direct import model_request_sync
        from pydantic_ai.messages import ModelRequest, UserPromptPart
        from pydantic_ai.models import ModelRequestParameters
        from pydantic_ai.output import OutputObjectDefinition

        shape = OutputObjectDefinition(dict(question.shape), name=question.stage, strict=True)
        shaped = self._shaped and self._model.profile.get("supports_json_schema_output")
        response = model_request_sync(
            self._model,
            [ModelRequest(parts=[UserPromptPart(question.prompt)], instructions=question.instructions)],
            model_settings={
                "temperature": 0.0,
                "max_tokens": question.most_tokens,
                "timeout": self._seconds,
                "max_retries": self._retries,
            },
            model_request_parameters=ModelRequestParameters(output_mode="native", output_object=shape)
            if shaped
            else ModelRequestParameters(),
            instrument=False,
        )
        return ModelAnswer(
            self._hide(response.text or ""),
            response.usage.input_tokens,
            response.usage.output_tokens,
            _ENDED.get(response.finish_reason or "", "stop"),
            _price(response),
        )

    def _tell(self, error: Exception) -> str:
        """What went wrong, in a sentence that holds no key."""
        from pydantic_ai import exceptions

        name, place = self._name, tell_place(self._name, self._address)
        where = KEY if self._address else f"the variable for {place}’s key"
        for kind, told in (
            ("ModelAuthenticationError", f"{place} does not accept the key; set {where}"),
            ("ModelNotFoundError", f"{place} knows no model {name}"),
            ("ModelQuotaExceededError", f"{place} says that nothing is left of what you may spend"),
            ("ModelRateLimitError", f"{place} has too many questions; wait, and call again"),
            ("ModelContextWindowExceededError", f"{name} cannot read so much at once; take a larger model"),
            ("ModelTimeoutError", f"{place} gave no answer in {self._seconds:g} seconds"),
            ("ModelRequestTimeout", f"{place} gave no answer in {self._seconds:g} seconds"),
            ("ModelUnavailableError", f"{place} is not to be had at the moment; call again later"),
            ("ModelServerError", f"{place} has trouble of its own; call again later"),
            ("ModelConnectionError", f"{place} cannot be reached, or broke off; is the address right?"),
        ):
            if isinstance(error, getattr(exceptions, kind)):
                return f"{told}{self._quote(error)}"
        return f"no answer from {place}{self._quote(error)}"

    def _quote(self, error: Exception) -> str:
        said = " ".join("".join(c if c.isprintable() else " " for c in self._hide(str(error))).split())
        return f" ({said[:_SHOWN]})" if said else ""

    def _hide(self, text: str) -> str:
        """A text without any key that the environment holds, should a server say one back."""
        keys = {
            self._key,
            *(value for name, value in os.environ.items() if name.upper().endswith(("_KEY", "_TOKEN"))),
        }
        for key in sorted(filter(None, keys), key=len, reverse=True):
            if len(key) >= _SHORTEST_KEY:
                text = text.replace(key, "…")
        return text


_SHORTEST_KEY: Final = 8


def _is_about_shape(error: Exception) -> bool:
    told = f"{error} {getattr(error, 'body', '')}".casefold()
    return any(word in told for word in ("response_format", "json_schema", "json_object", "grammar", "schema"))


# Any: a response of pydantic-ai.
def _price(response: Any) -> float | None:
    try:
        return float(response.cost().total_price)
    except (LookupError, ValueError, AssertionError):
        return None


def _missing(extra: str) -> NotInstalled:
    return NotInstalled(f"a model takes the extra [{extra}]: pip install 'argumap[{extra}]'")
