"""The todos, from Python: loads the packages that it is told of into a kernel, builds the entity and synthesizes.

Usage: app.py RUNTIME OUTDIR, with the packages in the order of their dependencies as JSON on standard input.
"""

import json
import sys

from kernel import Kernel, mapping, struct

PACKAGE = "cdk-serverless-crud-api"


def expect_refusal(kernel: Kernel, part: str, **fields: object) -> None:
    """What is no field is refused by the kernel or by the package, and the kernel goes on."""
    try:
        kernel.create(f"{PACKAGE}.EntitySchema", "todo", mapping(**fields))
    except RuntimeError as error:
        if part not in str(error):
            raise
    else:
        raise SystemExit(f"{fields} was accepted")


def main(runtime: str, outdir: str) -> None:
    kernel = Kernel(runtime)
    for package in json.load(sys.stdin):
        kernel.load(**package)

    def text(**options: object) -> object:
        return kernel.static(f"{PACKAGE}.Field", "text", struct(f"{PACKAGE}.TextOptions", **options))

    app = kernel.create("aws-cdk-lib.App", {"outdir": outdir})
    stack = kernel.create("aws-cdk-lib.Stack", app, "Consumer")
    completed = kernel.static(f"{PACKAGE}.Field", "flag", struct(f"{PACKAGE}.FieldOptions", defaultValue=False))
    fields = mapping(title=text(required=True, maxLength=200), description=text(), completed=completed)
    expect_refusal(kernel, "Field", title="a text")
    todos = kernel.create(
        f"{PACKAGE}.ServerlessCrudApi",
        stack,
        "Todos",
        struct(
            f"{PACKAGE}.ServerlessCrudApiProps",
            schema=kernel.create(f"{PACKAGE}.EntitySchema", "todo", fields),
            auth=kernel.static(f"{PACKAGE}.Auth", "none"),
        ),
    )
    if kernel.get(todos, "path") != "/todos":
        raise SystemExit("the path is not /todos")
    kernel.invoke(app, "synth")
    kernel.close()


main(*sys.argv[1:])
