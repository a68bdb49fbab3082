package fr.passerelle.rules.economy;

/**
 * What a commune weighs in a division.
 *
 * @param insee INSEE code
 * @param weight in the unit of the key, from 0
 */
public record CommuneWeight(String insee, String name, int weight) {}
