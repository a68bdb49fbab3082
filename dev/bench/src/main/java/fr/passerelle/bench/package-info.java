/**
 * {@code ./passerelle bench}: Passerelle beside what people would use instead and beside the limits of the machine, on one file, one set of
 * durable servers and in one run, each result checked before its time counts.
 */
@NullMarked
package fr.passerelle.bench;

import org.jspecify.annotations.NullMarked;
