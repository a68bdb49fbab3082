/** Whether what is measured is the same each time. */
@NullMarked
package fr.passerelle.bench.data;

import org.jspecify.annotations.NullMarked;
