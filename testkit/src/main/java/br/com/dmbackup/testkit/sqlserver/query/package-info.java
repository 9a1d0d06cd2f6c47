/**
 * SELECT, as much of it as the product needs: columns and a few functions over the system's views and the stores'
 * tables, joins on equality, conditions joined by AND, sums over groups, an order. Real names of views and columns; an
 * unknown one is the server's error 207 or 208, an unknown turn of phrase is refused as an unknown statement. Start at
 * {@link br.com.dmbackup.testkit.sqlserver.query.SelectRunner}.
 */
@NullMarked
package br.com.dmbackup.testkit.sqlserver.query;

import org.jspecify.annotations.NullMarked;
