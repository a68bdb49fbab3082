package fr.passerelle.envelope.location;

import java.util.List;

/**
 * Is served by facilities that are open, in parts, within what they hold.
 *
 * @param demand what it takes of their capacity
 * @param costs of its whole demand, by facility
 */
record SuppliedCustomer(long demand, List<Long> costs) {}
