"""A client of the jsii kernel in Python's standard library: what the generated bindings do, without the bindings.

The kernel is a Node.js process that is asked in lines of JSON: https://aws.github.io/jsii/specification/3-kernel-api/
"""

import json
import subprocess


class Kernel:
    def __init__(self, runtime: str) -> None:
        self._process = subprocess.Popen(["node", runtime], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._receive()  # hello

    def load(self, name: str, version: str, tarball: str) -> None:
        self._call(api="load", name=name, version=version, tarball=tarball)

    def create(self, fqn: str, *args: object) -> object:
        return self._call(api="create", fqn=fqn, args=list(args))

    def static(self, fqn: str, method: str, *args: object) -> object:
        return self._call(api="sinvoke", fqn=fqn, method=method, args=list(args))["result"]

    def invoke(self, instance: object, method: str, *args: object) -> object:
        return self._call(api="invoke", objref=instance, method=method, args=list(args))["result"]

    def get(self, instance: object, name: str) -> object:
        return self._call(api="get", objref=instance, property=name)["value"]

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()

    def _call(self, **request: object) -> dict:
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._receive()
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["ok"]

    def _receive(self) -> dict:
        line = self._process.stdout.readline()
        if not line:
            raise EOFError("the kernel ended")
        return json.loads(line)


def struct(fqn: str, **data: object) -> dict:
    return {"$jsii.struct": {"fqn": fqn, "data": data}}


def mapping(**members: object) -> dict:
    return {"$jsii.map": members}
