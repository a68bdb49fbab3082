/** The commands of a workstation, {@code up}, {@code status} and {@code down}; no part of the product: a deployment starts its servers its own way. */
@NullMarked
package fr.passerelle.local;

import org.jspecify.annotations.NullMarked;
