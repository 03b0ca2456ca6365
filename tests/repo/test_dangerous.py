"""What the code never does, because each is a way in: text that is run, questions put together, weak ciphers."""

import ast
import re

from tests.repo import source

OURS = source.python("marac", "config")
RUNS_TEXT = {"eval", "exec", "compile", "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
UNPACKS = {"pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle"}
# Those who put a name, a key or another statement, and never a value that somebody gave, into a statement.
PUT_TOGETHER = {
    *("marac/audit/append_only.py", "marac/cases/policies.py", "marac/cases/written.py", "config/rotation.py"),
    *("config/sqlcipher/opening.py", "config/sqlcipher/rekey.py", "config/sqlcipher/convert.py"),
}
# Which puts keys of a table of ours into a pattern.
KEYS_OF_A_TABLE = {"marac/telephones/phones.py _speaks_of"}
# Codes of authenticator apps are made with SHA-1 (RFC 6238), which is not broken where a secret is hashed with it.
STANDARD = {"marac/signin/rules.py"}
# Invented people are made by chance that can be repeated; nothing that must not be guessed is.
INVENTS = ("marac/invented/", "marac/demo/", "marac/history/")


def calls() -> list[tuple[str, str, ast.Call]]:
    """Each call with where it stands and what it calls: ("marac/cases/queries.py", "re.compile", node)."""
    found = source.nodes(OURS)
    return [
        (where.rpartition(":")[0], ast.unparse(node.func), node) for where, node in found if isinstance(node, ast.Call)
    ]


def imports() -> list[tuple[str, str]]:
    found = []
    for where, node in source.nodes(OURS):
        file = where.rpartition(":")[0]
        if isinstance(node, ast.Import):
            found += [(file, each.name) for each in node.names]
        if isinstance(node, ast.ImportFrom) and not node.level:
            found += [(file, f"{node.module}.{each.name}") for each in node.names]
    return found


def test_nothing_runs_text_as_a_programme_or_a_command():
    run = [f"{file} {name}" for file, name, _node in calls() if name in RUNS_TEXT]
    shells = [f"{file} {name}" for file, name, node in calls() if any(each.arg == "shell" for each in node.keywords)]

    assert run + shells == []


def test_what_a_form_does_not_offer_reaches_no_record():
    """What was sent is read by a form, or by names written in the code; never whole, whatever the names may be."""
    whole = re.compile(
        r"\*\*request\.POST|\bdict\(request\.POST|request\.POST\.(?:items|dict|values)\b|json\.loads\(request"
    )
    models = [f"{where} {ast.unparse(node)}" for where, node in source.nodes(OURS) if is_model_form(node)]

    assert [source.name(path) for path in OURS if whole.search(source.text(path))] == []
    assert models == [], "A form names its fields; one that is made from a model offers what the model has."


def is_model_form(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any("ModelForm" in ast.unparse(base) for base in node.bases)


def test_no_value_is_put_into_a_question_to_the_database():
    """Values go beside the statement. What puts the name of a table, or a key, into one is listed above."""
    asking = {"execute", "executemany", "raw", "RawSQL", "extra"}
    put = [
        f"{file} {ast.unparse(node)[:80]}"
        for file, name, node in calls()
        if name.rpartition(".")[2] in asking and node.args and is_put_together(node.args[0])
    ]

    assert [each for each in put if each.split(" ")[0] not in PUT_TOGETHER] == []
    assert {each.split(" ")[0] for each in put} == PUT_TOGETHER, "Take what is gone off the list."


def is_put_together(text: ast.expr) -> bool:
    formatted = isinstance(text, ast.Call) and ast.unparse(text.func).endswith(".format")
    return formatted or isinstance(text, ast.BinOp) or (isinstance(text, ast.JoinedStr) and parts_of(text) != [])


def parts_of(text: ast.AST) -> list[ast.expr]:
    return [each.value for each in ast.walk(text) if isinstance(each, ast.FormattedValue)]


def test_no_pattern_is_made_of_what_somebody_typed():
    """Inside a function, our own constants may stand in a pattern; anything else is escaped first, in that function."""
    loose = []
    for where, function in source.functions(OURS):
        patterns = [n for n in ast.walk(function) if isinstance(n, ast.Call) and ast.unparse(n.func).startswith("re.")]
        parts = [ast.unparse(part) for node in patterns for part in parts_of(node)]
        free = [part for part in parts if not re.match(r"[A-Z][A-Z_]*\b", part)]
        if free and "re.escape" not in ast.unparse(function):
            loose.append(f"{where.rpartition(':')[0]} {function.name}")

    assert sorted(set(loose) - KEYS_OF_A_TABLE) == []


def test_nothing_unpacks_objects_of_somebody_elses_choice():
    assert [f"{file} {name}" for file, name in imports() if name.split(".")[0] in UNPACKS] == []


def test_no_parser_of_xml_follows_what_a_document_refers_to():
    """defusedxml parses; of the standard library only the kinds of what it returns may be imported."""
    kinds = {"xml.etree.ElementTree.Element", "xml.etree.ElementTree.ParseError"}
    parsers = {name for _file, name in imports() if name.split(".")[0] in {"xml", "lxml", "xmltodict", "expat"}}

    assert sorted(parsers - kinds) == []


def test_no_weak_cipher_or_hash_is_used():
    weak = re.compile(r"\b(?:md5|sha1|SHA1|MD5|DES|TripleDES|RC4|ARC4|ECB|Blowfish|PKCS1v15)\b")

    assert {source.name(path) for path in OURS if weak.search(source.text(path))} == STANDARD


def test_no_secret_comes_from_chance_that_can_be_guessed():
    guessable = [f"{file} {name}" for file, name in imports() if name.split(".")[0] in {"random", "uuid"}]

    assert [each for each in guessable if not each.startswith(INVENTS)] == []


def test_no_setting_has_a_password_of_its_own():
    """A key or password comes from the environment or a file of its owner, never from the code."""
    given = re.compile(r"(?:PASSWORD|SECRET|KEY|TOKEN)$", re.I)
    written = [
        f"{where} {ast.unparse(node)[:60]}"
        for where, node in source.nodes(source.python("config"))
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and node.value.value
        if any(given.search(ast.unparse(target)) for target in node.targets)
    ]

    assert written == []


def test_no_answer_lets_another_site_read_it():
    opened = [source.name(path) for path in OURS if "access-control-allow" in source.text(path).lower()]

    assert opened == []


def test_no_script_keeps_anything_in_the_browser():
    keeps = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|innerHTML|\beval\(")
    scripts = sorted((source.ROOT / "marac" / "ui" / "static").glob("*.js"))

    assert scripts != []
    assert [path.name for path in scripts if keeps.search(source.text(path))] == []
