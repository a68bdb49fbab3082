package fr.passerelle.faults.check;

import java.util.Map;

/**
 * What the same nights give when nothing disturbs them.
 *
 * @param hash the result hash of the last
 * @param current digest of what holds, by type and id
 */
public record Reference(String hash, Map<String, String> current) {}
