package fr.passerelle.console.api;

import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/**
 * What a collection holds now.
 *
 * @param version changes whenever the items do; the same for the same items
 * @param items in a lasting order
 */
record Stock(String version, List<? extends IndexedRecord> items) {}
