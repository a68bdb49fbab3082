package fr.passerelle.cli.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A place of digital mediation as the national standard has it: a tiers lieu that was decided, or an étape that was or is only proposed.
 *
 * @param insee INSEE code of its commune
 * @param address as the inventory has it; null where unknown
 * @param kind typology of the standard
 * @param nomadic whether an animateur comes there
 * @param hours when sessions are held there, in the syntax of OpenStreetMap; null where none was published
 * @param summary what it is, in French, at most 280 characters
 * @param services of the standard, separated by a vertical bar; null where none is known
 */
record Lieu(
        String id,
        String name,
        String insee,
        @Nullable String address,
        String epci,
        @Nullable Point point,
        String kind,
        boolean nomadic,
        @Nullable String hours,
        String summary,
        @Nullable String services) {}
