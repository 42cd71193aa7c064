"""The questions as an API: what each takes and returns, told in OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from whosays.queries import Query, catalogue

_CELL = {"type": ["string", "number", "boolean", "null"]}
_PROBLEM = {
    "description": "Not answered",
    "content": {
        "application/problem+json": {
            "schema": {
                "type": "object",
                "required": ["status", "title", "detail"],
                "properties": {
                    "status": {"type": "integer"},
                    "title": {"type": "string", "description": "a word for programs"},
                    "detail": {"type": "string", "description": "a sentence for people"},
                },
            }
        }
    },
}


def openapi(version: str) -> dict[str, Any]:
    """Return the whole description; the same program gives the same one."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "whosays: who says what",
            "version": version,
            "description": "Every question of the catalogue.  An answer is a list of objects; null is unknown.",
            "license": {"name": "MIT"},
        },
        "paths": {
            "/api/queries.json": {
                "get": {
                    "operationId": "queries",
                    "summary": "Which questions are there?",
                    "responses": {"200": {"description": "Each with its parameters, columns and SPARQL"}},
                }
            },
            **{f"/api/{query.name}.json": {"get": _operation(query)} for query in catalogue().values()},
            "/api/{name}/why.json": {"get": _why()},
        },
    }


def _why() -> dict[str, Any]:
    schema = {"type": "object", "properties": {"why": {"type": ["string", "null"]}}}
    return {
        "operationId": "why",
        "summary": "Why has a question no rows?",
        "description": "Takes the parameters of the question; null where it has rows.",
        "parameters": [{"name": "name", "in": "path", "required": True, "schema": {"enum": list(catalogue())}}],
        "responses": _responses("The reason", schema),
    }


def _responses(told: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": told, "content": {"application/json": {"schema": schema}}}
    return {"200": answer, "4XX": _PROBLEM, "5XX": _PROBLEM}


def listed() -> list[dict[str, Any]]:
    """Return the catalogue as data."""
    return [
        {
            "name": query.name,
            "question": query.question,
            "group": query.group,
            "parameters": [
                {
                    "name": parameter.name,
                    "type": parameter.type,
                    "meaning": parameter.meaning,
                    "choices": list(parameter.choices),
                    "required": parameter.required,
                }
                for parameter in query.parameters
            ],
            "columns": {column.name: column.meaning for column in query.columns},
            "sparql": query.text,
        }
        for query in catalogue().values()
    ]


def _operation(query: Query) -> dict[str, Any]:
    row = {column.name: {**_CELL, "description": column.meaning} for column in query.columns}
    schema = {"type": "array", "items": {"type": "object", "properties": row, "required": sorted(row)}}
    return {
        "operationId": query.name,
        "summary": query.question,
        "parameters": [
            {
                "name": parameter.name,
                "in": "query",
                "required": parameter.required,
                "description": parameter.meaning,
                "schema": _schema(parameter.type, parameter.choices),
            }
            for parameter in query.parameters
        ],
        "responses": _responses("One object a row", schema),
    }


def _schema(kind: str, choices: tuple[str, ...]) -> dict[str, Any]:
    match kind:
        case "one of":
            return {"type": "string", "enum": list(choices)}
        case "number":
            return {"type": "integer"}
        case "iri":
            return {"type": "string", "format": "iri"}
    return {"type": "string"}
