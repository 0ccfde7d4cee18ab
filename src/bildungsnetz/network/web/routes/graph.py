from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import gaps, graph, graph_files

SEE = needs(policies.SEE_GRAPH)
routes = [
    route("netzwerk/graph/", graph.graph, "graph", who=SEE),
    route("netzwerk/graph/methode/", graph.method, "graph-method", who=SEE),
    route("netzwerk/graph/berechnen/", graph.compute, "graph-compute", who=SEE),
    route("netzwerk/graph/liste/", graph_files.figures_file, "graph-list", who=SEE),
    route("netzwerk/graph/graph.json", graph_files.drawing, "graph-data", who=SEE),
    route("netzwerk/graph/graph.svg", graph_files.picture, "graph-svg", who=SEE),
    route("netzwerk/graph/graph.graphml", graph_files.graphml, "graph-graphml", who=SEE),
    route("netzwerk/luecken/", gaps.gap_list, "gaps", who=SEE),
    route("netzwerk/luecken/liste/", gaps.gaps_file, "gaps-file", who=SEE),
]
