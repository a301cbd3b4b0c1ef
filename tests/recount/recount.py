#!/usr/bin/env python3
"""Recounts an owners' vote from its public ledger alone, by docs/decisions/0030-the-public-ledger.md.

Written from that page, not from the product's code: nothing but Python's own library is used. Says what it counted as JSON and
ends with 0 when everything holds, 1 when something is wrong, 2 when the file cannot be read.

    python3 recount.py ledger.tsv [receipt]
"""
import hashlib
import json
import sys

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) % P
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P) % P
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(scalar, point):
    result = None
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def decompress(data):
    if len(data) != 33 or data[0] not in (2, 3):
        raise ValueError("not a compressed point")
    x = int.from_bytes(data[1:], "big")
    square = (x * x * x - 3 * x + B) % P
    y = pow(square, (P + 1) // 4, P)
    if x >= P or y * y % P != square:
        raise ValueError("not on the curve")
    return x, y if y % 2 == data[0] % 2 else P - y


def second_base():
    counter = 0
    while True:
        digest = hashlib.sha256(b"linli-ledger/1 area blinding %d" % counter).digest()
        try:
            return decompress(b"\x02" + digest)
        except ValueError:
            counter += 1


H = second_base()


def signed(key, content, signature):
    point = int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N) or key[0] != 4 or (point[1] ** 2 - point[0] ** 3 + 3 * point[0] - B) % P:
        return False
    digest, inverse = int.from_bytes(hashlib.sha256(content).digest(), "big"), pow(s, -1, N)
    found = add(times(digest * inverse % N, G), times(r * inverse % N, point))
    return found is not None and found[0] % N == r


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + root(leaves[:split]) + root(leaves[split:])).digest()


def receipt_of(leaf):
    signs, bits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", int.from_bytes(leaf[:10], "big")
    text = "".join(signs[bits >> (75 - 5 * i) & 31] for i in range(16))
    return "-".join(text[i:i + 4] for i in range(0, 16, 4))


def reaches(share, part, whole):
    (top, bottom), strict = share
    return whole > 0 and (part * bottom > whole * top if strict else part * bottom >= whole * top)


def both(share, part, whole):
    return reaches(share, part[0], whole[0]) and reaches(share, part[1], whole[1])


def read(path):
    ledger = {"threshold": {}, "question": [], "entry": [], "head": [], "ballot": [], "opening": {}, "result": {}}
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    if lines[0] != "linli-ledger/1" or lines[-2:] != ["end", ""]:
        raise ValueError("not a whole ledger")
    for line in lines[1:-2]:
        kind, *rest = line.split("\t")
        if kind == "threshold":
            top, bottom = rest[1].split("/")
            ledger["threshold"][rest[0]] = ((int(top), int(bottom)), rest[2] == "more")
        elif kind in ("question", "entry", "head", "ballot"):
            ledger[kind].append(rest)
        elif kind == "opening":
            ledger["opening"][tuple(rest[:3])] = (int(rest[3]), int(rest[4])), int(rest[5], 16)
        elif kind == "result":
            ledger["result"][rest[0], rest[1]] = rest[2]
        else:
            ledger[kind] = rest
    return ledger


def check(ledger, faults):
    entries = [bytes.fromhex(entry[1]) for entry in ledger["entry"]]
    points = [decompress(entry) for entry in entries]
    if entries != sorted(set(entries)):
        faults.append("entries are doubled or out of order")
    voted = [int(ballot[1]) for ballot in ledger["ballot"]]
    if len(set(voted)) < len(voted):
        faults.append("an entry voted twice")

    vote = ledger["vote"][0]
    leaves = []
    for ballot in ledger["ballot"]:
        content = "\n".join(["linli-ballot/1", vote, entries[int(ballot[1])].hex(), ballot[2], ballot[3], ballot[4], ""])
        leaves.append(hashlib.sha256(b"\x00" + content.encode("ascii")).digest())
        if receipt_of(leaves[-1]) != ballot[5]:
            faults.append(f"receipt of ballot {ballot[0]}")
    roll = hashlib.sha256(b"linli-entries/1\n" + b"".join(entries)).hexdigest()
    sizes = [int(head[0]) for head in ledger["head"]]
    if not sizes or sizes != sorted(sizes) or sizes[-1] != len(leaves):
        faults.append("heads are out of order")
    for size, said, at, signature in ledger["head"]:
        content = "\n".join(["linli-tree-head/1", vote, roll, size, said, at, ""]).encode("ascii")
        if not signed(bytes.fromhex(ledger["key"][0]), content, bytes.fromhex(signature)):
            faults.append(f"signature of head {size}")
        if root(leaves[:int(size)]).hex() != said:
            faults.append(f"root of head {size}")

    returned = set(voted)
    for (kind, number, choice), ((heads, area), blind) in ledger["opening"].items():
        if kind == "roll":
            group = range(len(entries))
        elif kind == "unreturned":
            group = [i for i, entry in enumerate(ledger["entry"]) if entry[2] == "1" and i not in returned]
        elif kind == "question":
            group = [int(b[1]) for b in ledger["ballot"] if b[3].split(",")[int(number) - 1] == choice]
        elif kind == "election":
            group = [int(b[1]) for b in ledger["ballot"] if b[4] not in ("BLANK", "INVALID", "-")]
        else:
            group = [int(b[1]) for b in ledger["ballot"] if number in b[4].split(";")]
        total = None
        for entry in group:
            total = add(total, points[entry])
        if len(group) != heads:
            faults.append(f"heads of {kind} {number} {choice}")
        if total != add(times(area, G), times(blind % N, H)):
            faults.append(f"area of {kind} {number} {choice}")
    return leaves


def count(ledger, faults):
    opened = {group: weight for group, (weight, _) in ledger["opening"].items()}
    whole, counted = opened["roll", "0", "-"], {"roll": opened["roll", "0", "-"], "questions": [], "elected": [], "alternates": []}
    for number, _, kind, title in ledger["question"]:
        weights = {choice: opened["question", number, choice] for choice in ("FOR", "AGAINST", "ABSTAIN")}
        if ledger["non-return"][0] == "FOLLOW_MAJORITY":
            areas = sorted((weight[1], choice) for choice, weight in weights.items())
            if areas[2][0] > areas[1][0]:
                joined, extra = areas[2][1], opened["unreturned", "0", "-"]
                weights[joined] = weights[joined][0] + extra[0], weights[joined][1] + extra[1]
        part = sum(weight[0] for weight in weights.values()), sum(weight[1] for weight in weights.values())
        approval = ledger["threshold"]["special" if kind == "SPECIAL" else "ordinary"]
        passed = both(ledger["threshold"]["quorum"], part, whole) and both(approval, weights["FOR"], part)
        counted["questions"].append({"title": title, **weights, "part": part, "passed": passed})
        if ledger["result"]["question", number] != ("PASSED" if passed else "NOT_PASSED"):
            faults.append(f"result of question {number}")
    if "election" in ledger:
        seats, most, numbers = int(ledger["election"][0]), int(ledger["election"][1]), ledger["election"][2].split(";")
        part = opened["election", "0", "-"]
        votes = {number: opened["candidate", number, "-"] for number in numbers}
        order = sorted(numbers, key=lambda number: (-votes[number][1], -votes[number][0], int(number)))
        quorum = both(ledger["threshold"]["quorum"], part, whole)
        passing = [number for number in order if quorum and both(ledger["threshold"]["ordinary"], votes[number], part)]
        counted["elected"], counted["alternates"] = [int(n) for n in passing[:seats]], [int(n) for n in passing[seats:seats + most]]
        for number in numbers:
            place = passing.index(number) if number in passing else len(numbers) + seats + most
            expected = "ELECTED" if place < seats else "ALTERNATE" if place < seats + most else "NOT_ELECTED"
            if ledger["result"]["candidate", number] != expected:
                faults.append(f"result of candidate {number}")
    return counted


def main(arguments):
    try:
        ledger, faults = read(arguments[0]), []
        leaves = check(ledger, faults)
        counted = count(ledger, faults)
    except (KeyError, ValueError, IndexError) as error:
        print(f"cannot be read: {error!r}", file=sys.stderr)
        return 2
    counted["ballots"], counted["faults"] = len(leaves), faults
    if len(arguments) > 1:
        places = [i for i, leaf in enumerate(leaves) if receipt_of(leaf) == arguments[1]]
        counted["own"] = ledger["ballot"][places[0]][3:5] if places else None
    json.dump(counted, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    sys.exit(main(sys.argv[1:]))
