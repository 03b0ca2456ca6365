"""What is sealed opens with its key and in its place, as it was, and in no other way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.kernel.sealed import OVERHEAD, Broken, derive, id_of, is_sealed_with, new_key, seal, unseal

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
texts = st.binary(max_size=300)
contexts = st.binary(max_size=40)
keys = st.binary(min_size=32, max_size=32)


@given(texts, keys, contexts)
def test_what_was_sealed_opens_as_it_was(plain, key, context):
    sealed = seal(plain, key=key, context=context)
    assert unseal(sealed, key=key, context=context) == plain
    assert len(sealed) == len(plain) + OVERHEAD


@given(texts, contexts, st.data())
def test_one_changed_byte_anywhere_is_refused(plain, context, data):
    sealed = bytearray(seal(plain, key=KEY, context=context))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Broken):
        unseal(bytes(sealed), key=KEY, context=context)


@given(texts, st.data())
def test_what_was_cut_or_lengthened_is_refused(plain, data):
    sealed = seal(plain, key=KEY, context=b"here")
    shorter = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    longer = sealed + data.draw(st.binary(min_size=1, max_size=5))
    for changed in (shorter, longer):
        with pytest.raises(Broken):
            unseal(changed, key=KEY, context=b"here")


@given(texts, contexts, contexts)
def test_another_place_is_refused(plain, sealed_for, opened_at):
    sealed = seal(plain, key=KEY, context=sealed_for)
    if sealed_for == opened_at:
        assert unseal(sealed, key=KEY, context=opened_at) == plain
    else:
        with pytest.raises(Broken):
            unseal(sealed, key=KEY, context=opened_at)


@given(texts, keys, keys)
def test_another_key_is_refused(plain, key, other):
    sealed = seal(plain, key=key, context=b"")
    if key != other:
        with pytest.raises(Broken):
            unseal(sealed, key=other, context=b"")


@given(texts, texts, st.data())
def test_parts_of_two_seals_do_not_make_a_third(first, second, data):
    one, two = seal(first, key=KEY, context=b"here"), seal(second, key=KEY, context=b"here")
    cut = data.draw(st.integers(1, min(len(one), len(two)) - 1))
    mixed = one[:cut] + two[cut:]
    if mixed not in {one, two}:
        with pytest.raises(Broken):
            unseal(mixed, key=KEY, context=b"here")


def test_a_seal_relabelled_for_another_key_is_refused():
    sealed = seal(b"plain", key=KEY, context=b"")
    relabelled = sealed[:1] + id_of(OTHER_KEY) + sealed[9:]
    with pytest.raises(Broken):
        unseal(relabelled, key=OTHER_KEY, context=b"")


def test_a_seal_says_which_key_opens_it():
    sealed = seal(b"plain", key=KEY, context=b"")
    assert (is_sealed_with(sealed, KEY), is_sealed_with(sealed, OTHER_KEY)) == (True, False)
    assert (is_sealed_with(b"", KEY), is_sealed_with(b"%PDF-1.7", KEY)) == (False, False)


def test_the_same_text_is_never_sealed_alike():
    heads = {seal(b"the same", key=KEY, context=b"")[9:37] for _ in range(2000)}
    assert len(heads) == 2000


def test_salt_and_nonce_are_long_enough_for_ten_million_seals_of_one_key():
    """The birthday bound: n seals meet by chance with n² / 2^(bits + 1), so nobody has to count the uses of a key."""
    sealed = seal(b"", key=KEY, context=b"")
    random_bits = 8 * len(sealed[9:37])
    assert (10**7) ** 2 / 2 ** (random_bits + 1) < 2**-170


@settings(max_examples=20)
@given(keys, st.text(max_size=20), st.text(max_size=20))
def test_a_key_for_one_purpose_is_no_key_for_another(key, purpose, other):
    assert derive(key, purpose) == derive(key, purpose)
    assert derive(key, purpose) != key
    assert (derive(key, purpose) == derive(key, other)) == (purpose == other)


def test_a_key_of_another_length_is_a_mistake_of_the_programme():
    with pytest.raises(ValueError, match="32 bytes"):
        seal(b"plain", key=b"short", context=b"")


def test_new_keys_differ_and_a_broken_seal_is_a_refusal_for_the_user():
    assert (len(new_key()), new_key() == new_key()) == (32, False)
    assert isinstance(Broken(), Refusal)
    assert str(Broken()).endswith("Tell whoever runs OpenMARAC.")
