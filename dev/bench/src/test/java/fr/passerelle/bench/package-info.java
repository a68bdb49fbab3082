/** Whether what is measured is the same each time. */
@NullMarked
package fr.passerelle.bench;

import org.jspecify.annotations.NullMarked;
