"""Affiche en JSON, une ligne par enregistrement, ce que kcat écrit avec -f '%R%s' : la longueur sur quatre octets, puis la valeur.

Usage : kcat … -f '%R%s' | python3 docs/lire_avro.py ADRESSE_DU_REGISTRE
"""

import functools
import io
import json
import struct
import sys
import urllib.request

try:
    import avro.io
    import avro.schema
except ImportError:
    sys.exit("Il faut la bibliothèque avro : sous Debian, le paquet python3-avro, que lit /usr/bin/python3.")

REGISTRE = sys.argv[1].rstrip("/")


@functools.cache
def schema(numero):
    with urllib.request.urlopen(f"{REGISTRE}/apis/ccompat/v7/schemas/ids/{numero}") as reponse:
        return avro.schema.parse(json.load(reponse)["schema"])


def enregistrements(entree):
    while longueur := entree.read(4):
        valeur = entree.read(struct.unpack(">i", longueur)[0])
        # Le format de fil de Confluent : un octet nul, le numéro du schéma sur quatre octets, puis l'Avro binaire.
        _, numero = struct.unpack(">bi", valeur[:5])
        yield avro.io.DatumReader(schema(numero)).read(avro.io.BinaryDecoder(io.BytesIO(valeur[5:])))


for enregistrement in enregistrements(sys.stdin.buffer):
    print(json.dumps(enregistrement, ensure_ascii=False, default=str))
