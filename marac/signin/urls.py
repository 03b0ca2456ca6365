"""Addresses of signing in and out, and of one's own second factors."""

from django.urls import path

from marac.signin.views import entering, factors, passkeys, passwords

app_name = "signin"
urlpatterns = [
    path("sign-in/", entering.sign_in, name="sign-in"),
    path("sign-in/second/", entering.second, name="second"),
    path("sign-in/again/", entering.again, name="again"),
    path("sign-in/file/", entering.file, name="file"),
    path("sign-in/still/", entering.still, name="still"),
    path("sign-in/passkey/", passkeys.enter, name="passkey"),
    path("sign-in/again/passkey/", passkeys.again, name="passkey-again"),
    path("factors/passkeys/add/", passkeys.add, name="add-passkey"),
    path("factors/passkeys/remove/", passkeys.remove, name="remove-passkey"),
    path("password/", passwords.own_password, name="own-password"),
    path("sign-out/", entering.sign_out, name="sign-out"),
    path("factors/", factors.own, name="own"),
    path("factors/first/", factors.first, name="first"),
    path("factors/authenticator/", factors.add_authenticator, name="add-authenticator"),
    path("factors/authenticator/picture/", factors.authenticator_picture, name="authenticator-picture"),
    path("factors/authenticator/remove/", factors.remove_authenticator, name="remove-authenticator"),
    path("factors/codes/", factors.new_codes, name="new-codes"),
]
