"""Connections for the visitor: to the public internet only, and never for longer than agreed.

A page elsewhere can send its visitor on to an address inside the network where this runs
(server-side request forgery).  So a name is looked up once, every address it has must be public,
and the connection goes to an address that was checked, whatever the name leads to a moment later.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from contextlib import suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from wijzer.links.visit import Storing, VisitError

_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
"""Private addresses of before 2004 (RFC 3879), which Python calls global."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 address (RFC 6052)."""
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: str, also: tuple[str, ...] = ()) -> bool:
    """Tell whether an IP address is on the public internet, or in one of the networks ``also``."""
    ip = _meant(ipaddress.ip_address(address.partition("%")[0]))
    if any(ip in ipaddress.ip_network(network) for network in also):
        return True
    closed = ip.is_multicast or ip.is_reserved or ip in _SITE_LOCAL
    return ip.is_global and not closed


def _meant(ip: _Address) -> _Address:
    """Return the IPv4 address that an IPv6 address stands for, or else the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
    return ip.ipv4_mapped or ip.sixtofour or nat64 or ip


class Grens:
    """The time limit of one request; it cuts the connection, also when that trickles."""

    def __init__(self, seconden: float) -> None:
        self.voorbij = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconden, self._stop)
        self._timer.daemon = True

    def __enter__(self) -> Grens:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    def watch(self, sock: socket.socket) -> None:
        """Cut this connection too; the copy stays valid when TLS takes over the original."""
        self._sockets.append(sock.dup())
        if self.voorbij:
            self._stop()

    def _stop(self) -> None:
        self.voorbij = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class Netwerk(HTTPAdapter):
    """What ``requests`` makes its connections with, for one visit.

    An organisation's own proxy is not checked, since it stands inside; where it connects to is
    for the proxy to decide.  Only what needs no looking up is refused then too.
    """

    def __init__(self, ook: tuple[str, ...] = ()) -> None:
        self._also = ook
        self.grens: Grens | None = None
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools for connections without a proxy."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self, checked=True)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:
        """Return the pools for connections by way of a proxy."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _pools(self, checked=False)
        return manager

    def refuse(self, host: str) -> None:
        """Raise :class:`VisitError` for a host that is not public by its very form."""
        bare = host.rstrip(".").lower()
        local = bare == "localhost" or bare.endswith(".localhost")  # RFC 6761, section 6.3
        try:  # a decimal or octal address is one too
            found = _look_up("127.0.0.1" if local else bare, 0, socket.AI_NUMERICHOST)
        except (OSError, UnicodeError):
            return
        self._check(found)

    def connect(self, host: str, port: int, timeout: Any, *, checked: bool) -> socket.socket:
        """Return a connection to an address of a host; raise :class:`VisitError`."""
        try:
            found = _look_up(host, port)
        except socket.gaierror as error:
            passing = error.errno == socket.EAI_AGAIN
            raise VisitError(Storing.ONBEREIKBAAR if passing else Storing.GEEN_NAAM) from None
        except UnicodeError:
            raise VisitError(Storing.GEEN_NAAM) from None
        if checked:
            self._check(found)
        sock = _connected(found, timeout)
        if self.grens:
            self.grens.watch(sock)
        return sock

    def _check(self, found: list[Any]) -> None:
        if not all(is_public(address[0], self._also) for *_, address in found):
            raise VisitError(Storing.NIET_OPENBAAR)


def _look_up(host: str, port: int, flags: int = 0) -> list[Any]:
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)


def _connected(found: list[Any], timeout: Any) -> socket.socket:
    storing = Storing.ONBEREIKBAAR
    for family, kind, protocol, _, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(timeout)
            sock.connect(address)
            return sock
        except ConnectionRefusedError:
            storing = Storing.GEWEIGERD
        except OSError:
            pass
        sock.close()
    raise VisitError(storing)


def _pools(netwerk: Netwerk, *, checked: bool) -> dict[str, Any]:
    """Return the classes that urllib3 makes its connections with, by scheme."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return netwerk.connect(self.host, self.port, self.timeout, checked=checked)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return netwerk.connect(self.host, self.port or 443, self.timeout, checked=checked)

    plain = type("Plain", (HTTPConnectionPool,), {"ConnectionCls": Plain})
    secure = type("Secure", (HTTPSConnectionPool,), {"ConnectionCls": Secure})
    return {"http": plain, "https": secure}
