-- Requests that are made beforehand, each with a User-Agent of its own.
local requests = {}
local last = 0

function init()
	for number = 1, 16384 do
		wrk.headers["User-Agent"] = "reader/" .. number
		requests[number] = wrk.format()
	end
end

function request()
	last = last % #requests + 1
	return requests[last]
end
