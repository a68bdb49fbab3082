/** Whether costs are read as the system tells them. */
@NullMarked
package fr.passerelle.bench.measure;

import org.jspecify.annotations.NullMarked;
