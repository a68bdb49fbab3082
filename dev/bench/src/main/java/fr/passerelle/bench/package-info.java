/** {@code ./passerelle bench}: Passerelle beside what people would use instead, each result checked before its time. */
@NullMarked
package fr.passerelle.bench;

import org.jspecify.annotations.NullMarked;
