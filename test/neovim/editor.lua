-- Neovim as a user has it: its own client, its own commands. Gives what the sessions share.
local folder, result = vim.env.DEAL_FOLDER, vim.env.DEAL_RESULT
local command = vim.fn.json_decode(vim.env.DEAL_COMMAND)
local seen = {}

local function finish(failure)
  seen.failure = failure
  vim.fn.writefile({ vim.fn.json_encode(seen) }, result)
  vim.cmd('qall!')
end

local function eventually(what, condition)
  if not vim.wait(20000, condition, 20) then error(what .. ' did not come') end
end

-- As users have it in their configuration: every file of the language and every contract is attached to the one server,
-- however it is opened.
-- A rename changes two files at once: without a delay the server knows of both before anything else is asked.
local config = { name = 'deal', cmd = command, root_dir = folder, flags = { debounce_text_changes = 0 } }
local client
vim.api.nvim_create_autocmd('BufReadPost', {
  pattern = { '*.deal', '*.md' },
  callback = function(event)
    vim.bo[event.buf].filetype = event.match:match('%.deal$') and 'deal' or 'markdown'
    client = client or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})

local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. path))
  return vim.api.nvim_get_current_buf()
end

local function texts(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function answer(method, params)
  for _, response in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if response.result then return response.result end
  end
  error(method .. ' was not answered')
end

local function here()
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

-- What is reported in a buffer.
local function diagnostics(buffer)
  return vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, message = one.message, severity = one.severity, source = one.source }
  end, vim.diagnostic.get(buffer))
end

-- Runs a session. Writes what was seen as JSON into a file.
local function session(run)
  local ok, failure = xpcall(function() run(seen) end, debug.traceback)
  finish(not ok and tostring(failure) or nil)
end

return {
  folder = folder,
  open = open,
  texts = texts,
  answer = answer,
  here = here,
  eventually = eventually,
  diagnostics = diagnostics,
  session = session,
}
